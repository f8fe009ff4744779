import { element } from '../controls/element'

const svg = 'http://www.w3.org/2000/svg'

/** A dial for the angle of a stroke, 0 to 179 degrees: to be dragged, or turned with arrow keys. */
export function createDial(value: number, changed: (degrees: number) => void) {
  let degrees = value
  const picture = document.createElementNS(svg, 'svg')
  picture.setAttribute('viewBox', '-32 -32 64 64')
  for (let tick = 0; tick < 360; tick += 15) {
    const inner = tick % 45 === 0 ? 22 : 25
    picture.append(line('tick', tick, inner, 28))
  }
  const hand = document.createElementNS(svg, 'g')
  hand.append(line('hand', 0, -22, 22))
  for (const x of [-22, 22]) {
    const end = document.createElementNS(svg, 'circle')
    end.setAttribute('cx', `${x}`)
    end.setAttribute('r', '4.5')
    hand.append(end)
  }
  picture.append(hand)
  const dial = element('div', { className: 'dial', tabIndex: 0, role: 'slider' }, [picture])
  dial.setAttribute('aria-label', 'angle, in degrees')
  dial.setAttribute('aria-valuemin', '0')
  dial.setAttribute('aria-valuemax', '179')

  const show = () => {
    // Angles are counter-clockwise; the picture's rows go down.
    hand.setAttribute('transform', `rotate(${-degrees})`)
    dial.setAttribute('aria-valuenow', `${degrees}`)
    dial.setAttribute('aria-valuetext', `${degrees} degrees`)
  }
  const turnTo = (next: number) => {
    degrees = ((Math.round(next) % 180) + 180) % 180
    show()
    changed(degrees)
  }
  const follow = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = dial.getBoundingClientRect()
    const x = clientX - left - width / 2
    const y = clientY - top - height / 2
    turnTo((Math.atan2(-y, x) * 180) / Math.PI)
  }
  dial.addEventListener('pointerdown', (event) => {
    dial.setPointerCapture(event.pointerId)
    follow(event)
  })
  dial.addEventListener('pointermove', (event) => {
    if (dial.hasPointerCapture(event.pointerId)) follow(event)
  })
  dial.addEventListener('keydown', (event) => {
    const step = {
      ArrowUp: 1,
      ArrowRight: 1,
      ArrowDown: -1,
      ArrowLeft: -1,
      PageUp: 15,
      PageDown: -15,
    }[event.key]
    if (step === undefined) return
    event.preventDefault()
    turnTo(degrees + step)
  })
  show()
  return {
    element: dial,
    set(next: number): void {
      degrees = next
      show()
    },
  }
}

function line(name: string, degrees: number, from: number, to: number): SVGLineElement {
  const made = document.createElementNS(svg, 'line')
  made.setAttribute('class', name)
  made.setAttribute('x1', `${from}`)
  made.setAttribute('x2', `${to}`)
  made.setAttribute('transform', `rotate(${-degrees})`)
  return made
}
