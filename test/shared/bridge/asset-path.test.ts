import { describe, expect, test } from 'vitest'
import { assetOf } from '../../../shared/bridge/asset-path.ts'

describe('[E6] a request path is a file of the build or nothing', () => {
  test('the root is the page, and what carries a hash may be kept for ever', () => {
    expect(assetOf('/')).toEqual({ path: 'index.html', mediaType: 'text/html; charset=utf-8', hashed: false })
    expect(assetOf('/assets/index-B2c_d9.js')).toEqual({
      path: 'assets/index-B2c_d9.js',
      mediaType: 'text/javascript; charset=utf-8',
      hashed: true,
    })
  })

  test.each([
    '',
    'index.html',
    '//index.html',
    '/../package.json',
    '/assets/../../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/..\\..\\package.json',
    '/C:/windows/win.ini',
    '/.env.json',
    '/assets/.hidden/a.js',
    '/assets//a.js',
    '/assets/',
    '/a.js\0.png',
    '/a b.js',
    '/a.js/',
    '/a.exe',
    '/noending',
    '/a.constructor',
    `/${'a'.repeat(300)}.js`,
  ])('%j is nothing', (path) => {
    expect(assetOf(path)).toBeNull()
  })
})
