import * as v from 'valibot'

/** The menus of the native menu bar, in order. The main process names them and adds what the system provides. */
export const menus = ['file', 'edit', 'view', 'go', 'goal', 'help'] as const
export type MenuName = (typeof menus)[number]

/** An id of the command registry: `goal.new`. */
export const commandId = v.pipe(v.string(), v.regex(/^[a-z][A-Za-z0-9.-]{0,63}$/))

/**
 * One line of the native menu: a row of the renderer's command table.
 *
 * `keys` is the first key combination as the registry writes it (tinykeys: `$mod+Shift+z`, `Alt+ArrowUp`, `c`); the menu
 * only shows it, the page listens for it. `group` puts a separator between neighbours that differ in it. `checked` is
 * null for what is not a switch.
 */
export const menuCommand = v.strictObject({
  id: commandId,
  menu: v.picklist(menus),
  group: v.pipe(v.string(), v.maxLength(64)),
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  keys: v.nullable(v.pipe(v.string(), v.maxLength(64))),
  enabled: v.boolean(),
  checked: v.nullable(v.boolean()),
})
export type MenuCommand = Readonly<v.InferOutput<typeof menuCommand>>
