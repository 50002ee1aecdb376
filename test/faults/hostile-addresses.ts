/** Ways to write two dots, and ways to write what stands between folders; most are nothing of the kind to a careful reader. */
const dots = ['..', '.%2e', '%2e%2e', '%2E.', '%252e%252e', '..%00', '%c0%ae%c0%ae', '%uff0e%uff0e', '．．', '..;', '....', '.. ']
const gaps = ['/', '\\', '%2f', '%5c', '%252f', '%255c', '∕', '／', '%c0%af', '//', '/./']
const starts = ['/', '/assets/']

/** Request paths that want out of the folder of the build, or want something in it that is no file of the build. */
export const hostilePaths: readonly string[] = [
  ...starts.flatMap((start) => dots.flatMap((dot) => gaps.map((gap) => `${start}${dot}${gap}${dot}${gap}secret.txt`))),
  ...starts.flatMap((start) => ['secret.txt', 'link.txt', 'linked/secret.txt', 'LINK.TXT', 'link.txt/', 'link.txt/.', 'index.html/../../secret.txt'].map((name) => start + name)),
  '//etc/passwd', '/etc/passwd', '/%2fetc/passwd', '/\\etc\\passwd', '///secret.txt', '/./secret.txt', '/.%00/secret.txt', '/secret.txt%00.html', '/index.html%00../secret.txt',
  '/C:/secret.txt', '/c:\\secret.txt', '/c%3a/secret.txt', '/\\\\?\\C:\\secret.txt', '/\\\\127.0.0.1\\c$\\secret.txt', '/%5c%5c127.0.0.1%5cc$%5csecret.txt',
  '/con.txt', '/nul.js', '/aux.html', '/com1.txt', '/index.html::$DATA', '/index.html:secret.txt', '/INDEX~1.HTM', '/index.html.', '/index.html%20', '/index.html/', '/assets',
  '/.git/config', '/.env', '/..', '/...', '/.', '/%', '/%2', '/%zz', '/%ff%fe', '/%ed%a0%80.js', '/\ud800.js', '/\u202etxt.terces', '/\u0000', '/\u007f', '/a\tb.js', '/a b.js',
  `/${'a'.repeat(100_000)}.js`, `/${'a/'.repeat(50_000)}a.js`, `/${'../'.repeat(5_000)}secret.txt`, `/${'%2e%2e%2f'.repeat(5_000)}secret.txt`, `/?${'q'.repeat(100_000)}`,
  '/__proto__', '/constructor.js', '/toString.txt', '/file:/secret.txt', '/file%3a%2f%2f/secret.txt', '/;/secret.txt', '/index.html;../secret.txt', '/~/secret.txt', '/$HOME/secret.txt', '/*.txt', '/{secret,a}.txt',
]

/** Whole addresses: the paths above below our own origin, and everything that only looks like it. */
export const hostileAddresses: readonly string[] = [
  ...hostilePaths.map((path) => `quarterdeck://app${path}`),
  ...['evil', 'app.evil', 'evil.app', 'app@evil', 'user@app', 'user:pass@app', ':pass@app', 'app:80', 'app:0', 'app:99999', 'APP', 'app.', 'аpp', '127.0.0.1', '[::1]', '', '%61pp', 'app%2eevil', 'app#@evil', 'app?@evil', 'app\\evil'].map(
    (host) => `quarterdeck://${host}/secret.txt`,
  ),
  ...['file:///etc/passwd', 'file:secret.txt', 'data:text/html,secret', 'blob:quarterdeck://app/1', 'javascript:alert(1)', 'about:blank', 'about:srcdoc', 'view-source:quarterdeck://app/', 'filesystem:quarterdeck://app/secret.txt'],
  ...['https://app/', 'http://127.0.0.1/secret.txt', 'ws://app/', 'quarterdeck:app/secret.txt', 'quarterdeck:/app/secret.txt', 'quarterdeck:///app/secret.txt', 'quarterdecks://app/', ' quarterdeck://app/../secret.txt', 'QUARTERDECK://app/secret.txt', '', '//app/secret.txt', 'app'],
]
