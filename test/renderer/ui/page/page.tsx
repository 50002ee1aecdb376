import { createRoot } from 'react-dom/client'
import '../../../../renderer/styles/tokens.css'
import '../../../../renderer/styles/fonts.css'
import '../../../../renderer/styles/base.css'
import { UiProvider } from '../../../../renderer/ui/UiProvider.tsx'
import { Actions } from './Actions.tsx'
import { Facts } from './Facts.tsx'

// Each control once, to be tried in a real browser under the policy the app is served with.
const place = document.getElementById('app')
if (place === null) throw new Error('the page has no place for the controls')
createRoot(place).render(
  <UiProvider>
    <main>
      <h1>Controls</h1>
      <Actions />
      <Facts />
    </main>
  </UiProvider>,
)
