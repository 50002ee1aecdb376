import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import '../styles/fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
import { lastResortText } from '../text/last-resort.ts'
import { createToaster } from '../ui/toaster.ts'
import { UiProvider } from '../ui/UiProvider.tsx'
import { App } from './App.tsx'
import { boot } from './boot.ts'
import { Mishap } from './Mishap.tsx'
import { NotStarted } from './NotStarted.tsx'
import { openIn } from './plan-desk.ts'
import { codeOfError } from './trouble-details.ts'
import { Waiting } from './Waiting.tsx'

const place = document.getElementById('app')
if (place === null) throw new Error('index.html has no place for the app')

const root = createRoot(place)
const toaster = createToaster()
const draw = (content: ReactNode): void =>
  root.render(
    <StrictMode>
      <UiProvider toaster={toaster} mac={navigator.platform.startsWith('Mac')}>
        {content}
      </UiProvider>
    </StrictMode>,
  )

try {
  const booted = await boot({ toaster, onStep: (step) => draw(<Waiting step={step} />) })
  if (booted.kind === 'booted') {
    const { app, host, again } = booted
    draw(
      <Mishap exportPlan={() => (openIn(app.store) === null ? null : app.exportPlan)}>
        <App app={app} host={host} onAgain={again} />
      </Mishap>,
    )
  } else {
    draw(<NotStarted words={lastResortText[booted.kind]} code={`start: ${booted.kind}`} />)
  }
} catch (error) {
  draw(<NotStarted words={lastResortText.notStarted} code={codeOfError(error)} />)
  throw error
}
