/** Seeds of damaged files that are played in every run, each with the mistake that breaks it. */
export const keptSeeds: readonly { readonly seed: number; readonly brokenBy: string }[] = [
  { seed: 248, brokenBy: 'A file is believed that it knows more than stands in it, and taking it back leaves that behind.' },
  { seed: 2_307, brokenBy: 'A file is believed that it knows more than stands in it, and so brings something where it brings no change.' },
  { seed: 9_398, brokenBy: 'A stamp in a file changed by hand is taken for unknown to that file where its list of writers lacks it.' },
]
