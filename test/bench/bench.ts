import { benchApp } from './app-bench.ts'
import { benchCore } from './core-bench.ts'
import { benchLook } from './look-bench.ts'
import { benchMerge } from './merge-bench.ts'
import { benchReview } from './review-bench.ts'

// Ratios are what counts: both sides are measured in this one run, on this one machine.
benchCore()
benchMerge()
await benchReview()
await benchApp()
await benchLook()
