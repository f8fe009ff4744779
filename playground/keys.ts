interface Actions {
  brush(): void
  eraser(): void
  undo(): void
  redo(): void
  showWhole(): void
  smaller(): void
  larger(): void
  hold(held: boolean): void
}

/** The keys people know from other programs. */
export function listenForKeys(actions: Actions): void {
  addEventListener('keydown', (event) => {
    const key = event.key.toLowerCase()
    if (event.ctrlKey || event.metaKey) {
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) actions.redo()
      else actions.undo()
    } else if (key === 'o') actions.hold(true)
    else if (key === 'b') actions.brush()
    else if (key === 'e') actions.eraser()
    else if (key === '[') actions.smaller()
    else if (key === ']') actions.larger()
    else if (key === '0') actions.showWhole()
  })
  addEventListener('keyup', ({ key }) => {
    if (key.toLowerCase() === 'o') actions.hold(false)
  })
  addEventListener('blur', () => actions.hold(false))
}
