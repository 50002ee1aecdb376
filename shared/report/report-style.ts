/** The look of a report as a page of its own: the app's type and colours, light and dark, and on paper. */
export const reportStyle = `
:root { color-scheme: light dark; --canvas: light-dark(#f6f6f4, #141416); --card: light-dark(#ffffff, #212125); --line: light-dark(#e5e4e0, #2d2d33); --ink: light-dark(#1b1b1e, #ececee); --ink-2: light-dark(#55555c, #adadb6); --ink-3: light-dark(#66666d, #9898a2); --accent: light-dark(#2f50d0, #8fa6ff); --done: light-dark(#11713a, #5fd08c); --partiallyDone: light-dark(#2c5f8a, #79b4e6); --inProgress: light-dark(#925500, #f0b14a); --blocked: light-dark(#b3261e, #ff8f86); --stalled: light-dark(#7a34e0, #c19aff); --todo: light-dark(#63636b, #a0a0ab); --postponed: light-dark(#66666e, #9c9ca6); --dropped: light-dark(#66666e, #9c9ca6); }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--canvas); font: 15px/1.5 "Inter Variable", Inter, "Segoe UI", system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 860px; margin: 0 auto; padding: 48px 24px 96px; }
h1, h2, h3, p, dl, dd, ol, ul { margin: 0; padding: 0; }
h1 { font-size: 28px; letter-spacing: -0.018em; line-height: 1.2; text-wrap: balance; }
h2 { margin-bottom: 8px; font-size: 17px; line-height: 1.3; }
h3 { font-size: 15px; line-height: 1.4; }
ol, ul { list-style: none; }
a { color: var(--accent); text-underline-offset: 2px; }
bdi { unicode-bidi: isolate; }
header { display: grid; gap: 12px; }
.kind { color: var(--ink-2); font-weight: 500; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; color: var(--ink-2); font-size: 14px; }
.facts dt { color: var(--ink-3); }
.summary { padding-top: 12px; border-top: 1px solid var(--line); font-size: 16px; }
section { margin-top: 36px; }
.count { color: var(--ink-3); font-weight: 400; font-variant-numeric: tabular-nums; }
.status { font-weight: 500; }
h2 .status { font-weight: 600; }
p .status { margin-inline-start: 4px; font-size: 13px; }
[data-kind] > .status::before { content: ""; display: inline-block; margin-inline-end: 6px; border: 0.32em solid; border-radius: 50%; vertical-align: 0.06em; }
[data-kind="done"] > .status { color: var(--done); }
[data-kind="partiallyDone"] > .status { color: var(--partiallyDone); }
[data-kind="inProgress"] > .status { color: var(--inProgress); }
[data-kind="blocked"] > .status { color: var(--blocked); }
[data-kind="stalled"] > .status { color: var(--stalled); }
[data-kind="todo"] > .status { color: var(--todo); }
[data-kind="postponed"] > .status, [data-kind="dropped"] > .status { color: var(--postponed); }
.goals { border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
.goals > li { padding: 12px 16px; }
.goals > li + li { border-top: 1px solid var(--line); }
.meta { color: var(--ink-3); font-size: 13px; }
.fact { margin-top: 2px; color: var(--ink-2); font-size: 14px; white-space: pre-line; }
.subs { margin-top: 8px; padding-inline-start: 14px; border-inline-start: 2px solid var(--line); }
.subs > li { padding: 4px 0; }
.subs .subs { margin-top: 4px; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th, td { padding: 6px 8px; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
th { color: var(--ink-3); font-weight: 500; }
th:first-child, td:first-child { padding-inline-start: 0; }
th:last-child, td:last-child { padding-inline-end: 0; }
.outcomes td + td, .outcomes th + th { text-align: end; font-variant-numeric: tabular-nums; }
.notes h3 { margin: 20px 0 4px; }
.note { margin: 12px 0; }
.note blockquote { margin: 4px 0 0; padding-inline-start: 14px; border-inline-start: 2px solid var(--line); }
.note blockquote > * + * { margin-top: 6px; }
.note ul, .note ol { padding-inline-start: 20px; list-style: disc; }
.note ol { list-style: decimal; }
.note pre { padding: 8px; border: 1px solid var(--line); border-radius: 6px; overflow: auto; white-space: pre-wrap; }
code { font: 0.9em ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace; }
@media (max-width: 560px) { .facts { grid-template-columns: 1fr; } .facts dd { margin-bottom: 6px; } }
@page { margin: 18mm 16mm; }
@media print {
  :root { color-scheme: light; --canvas: #fff; }
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  h1, h2, h3 { break-after: avoid; }
  .goals > li, .note, tr { break-inside: avoid; }
  a { color: inherit; }
}
`
