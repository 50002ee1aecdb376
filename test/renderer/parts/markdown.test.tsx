import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Markdown } from '../../../renderer/parts/Markdown.tsx'
import { TaskLinksContext } from '../../../renderer/parts/outside.ts'
import { parseTaskLinks } from '../../../shared/plan/task-links.ts'

const tracker = parseTaskLinks(['T#=https://tracker.example/T#'])

/** The markup without classes, which are the build's. */
function draw(text: string, isTracked = false): string {
  const element = <Markdown text={text} />
  const markup = renderToStaticMarkup(isTracked ? <TaskLinksContext value={tracker}>{element}</TaskLinksContext> : element)
  return markup.replace(/ class="[^"]*"/g, '').replace(/^<div>(.*)<\/div>$/s, '$1')
}

/** Every name of an element that was made, and every attribute. */
function made(markup: string): readonly string[] {
  return [...new Set([...markup.matchAll(/<([a-z0-9]+)|\s([a-z-]+)="/gi)].map(([, element, attribute]) => element ?? `@${attribute}`))].toSorted()
}

describe('Markdown', () => {
  test('[U27] a link that may not be opened is shown with its address', () => {
    expect(draw('[a](file:///etc/passwd)')).toBe('<p>[a](file:///etc/passwd)</p>')
    expect(draw('![a](data:image/png;base64,x)')).toBe('<p>![a](data:image/png;base64,x)</p>')
  })

  test('[U26] it is drawn as elements', () => {
    expect(draw('All is **well**, `code` and *so on*\nnext line')).toBe('<p>All is <strong>well</strong>, <code>code</code> and <em>so on</em><br/>next line</p>')
    expect(draw('- one\n- two\n  1. inner')).toBe('<ul><li>one</li><li>two<ol start="1"><li>inner</li></ol></li></ul>')
    expect(draw('> said\n\n```\nlet a\n```')).toBe('<blockquote><p>said</p></blockquote><pre><code>let a</code></pre>')
    expect(draw('| a | b |\n|---|---|\n| 1 | 2 |')).toBe('<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>')
  })

  test('[U26] a heading in a note is no heading of the screen', () => {
    expect(draw('# Big')).toBe('<p>Big</p>')
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="x()">b</b> <!-- c -->',
    '<div>\n\n# hi\n\n</div>',
    '<svg><style>@import "x"</style></svg>',
    '[a](javascript:alert(1))',
    '[a](data:text/html,x)',
    '[a](<java\nscript:x>)',
    '[a](vbscript:x) [b](file:///etc/passwd) [c](//host/x) [d](\\\\host\\x) [e](quarterdeck://app/)',
    '![a](https://host.example/pixel.png)',
    '![a](javascript:x)',
    '<javascript:alert(1)>',
    '[a]: javascript:alert(1)\n\n[a]',
    '"><iframe srcdoc=x>',
    '[a](https://phab.example@evil.example/)',
  ])('[U27] nothing but text, known elements and safe links comes of %j', (text) => {
    const markup = draw(text)
    expect(made(markup).filter((name) => !['a', 'p', 'br', 'strong', 'em', '@href', '@title', '@target', '@rel', '@draggable'].includes(name))).toEqual([])
    expect([...markup.matchAll(/href="([^"]*)"/g)].map(([, href]) => href).filter((href) => !/^https:\/\/host\.example\/pixel\.png$/.test(href ?? ''))).toEqual([])
  })

  test('[U27] markup is shown, not made and not swallowed', () => {
    expect(draw('a <b>bold</b> c')).toBe('<p>a &lt;b&gt;bold&lt;/b&gt; c</p>')
    expect(draw('<div>x</div>')).toBe('<p>&lt;div&gt;x&lt;/div&gt;</p>')
  })

  test('[U27] https, http and mailto are links, and a picture is a link to it', () => {
    const hrefs = (text: string): unknown => [...draw(text).matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
    expect(hrefs('[a](https://a.example/x) http://b.example <me@c.example>')).toEqual(['https://a.example/x', 'http://b.example/', 'mailto:me@c.example'])
    expect(hrefs('![a picture](https://a.example/x.png)')).toEqual(['https://a.example/x.png'])
    expect(draw('![a picture](https://a.example/x.png)')).not.toContain('<img')
  })

  test('[U28] ids of tasks lead to the tracker, where its address is known', () => {
    expect(draw('see T205923.', true)).toContain('href="https://tracker.example/T205923"')
    expect(draw('see T205923.')).toBe('<p>see <span>T205923</span>.</p>')
    expect(draw('`T205923` [T1234](https://a.example/) XT205923 T205923b', true).match(/tracker/g)).toBe(null)
  })

  test('[U29] what is nested without end, or very long, is shown as it was typed', () => {
    for (const text of ['> '.repeat(3_000), '- '.repeat(50_000), '1. '.repeat(3_000), 'a.'.repeat(9_000), '*a '.repeat(30_000), Array.from({ length: 300 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n')]) {
      const started = performance.now()
      const markup = draw(text)
      expect(performance.now() - started).toBeLessThan(1_000)
      expect(markup.match(/<(ul|ol|blockquote)/g)?.length ?? 0).toBeLessThan(10)
      expect(markup).toMatch(/a|&gt;|-|1\./)
    }
  })
})
