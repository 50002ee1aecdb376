import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../styles/fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
import { UiProvider } from '../ui/UiProvider.tsx'
import { App } from './App.tsx'
import { boot } from './boot.ts'
import { Mishap } from './Mishap.tsx'

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no place for the app')

const { app, host, toaster } = await boot()
createRoot(place).render(
  <StrictMode>
    <UiProvider toaster={toaster} mac={navigator.platform.startsWith('Mac')}>
      <Mishap>
        <App app={app} host={host} />
      </Mishap>
    </UiProvider>
  </StrictMode>,
)
