/**
 * The names in a pasted list, one a line: the name, then, after a tab, a comma or a blank, the unit she comes from. A name of two
 * characters that was spread to the width of three (王 英) is one name; numbering before a name goes.
 */
export const delegatesIn = (text: string): { name: string; fromUnit: string | null }[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim().replace(/^\d+[.、．)）\s]\s*/, ''))
    .filter((line) => line !== '')
    .map((line) => {
      const spread = /^([\p{Script=Han}])[ \u3000]+([\p{Script=Han}])(?=$|[\s,，])(.*)$/u.exec(line)
      const joined = spread ? `${spread[1]}${spread[2]}${spread[3]}` : line
      const [, name = joined, fromUnit = ''] = /^([^\s,，]+)[\s,，]+(.*)$/u.exec(joined) ?? []
      return { name, fromUnit: fromUnit.trim() || null }
    })
