type Given<Props> = { [Name in keyof Props]: Exclude<Props[Name], undefined> }

/** Properties without those that are undefined: React takes the two for the same, the library's types do not. */
export const given = <Props extends object>(props: Props): Given<Props> =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Given<Props>
