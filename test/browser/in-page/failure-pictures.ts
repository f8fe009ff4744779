export const failures = ''

/** The message has to do: a page has nowhere to write to. */
export function writeFailure(): void {}
