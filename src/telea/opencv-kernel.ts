import { KNOWN, RIM, UNKNOWN } from '../fast-marching/pixel-state'
import type { Workspace } from '../fast-marching/workspace'
import type { Hole } from '../hole'

const { abs, fround, sqrt } = Math

export interface Kernel {
  begin(hole: Hole, radius: number): void
  fill(p: number): void
}

export function createTeleaKernel(workspace: Workspace): Kernel {
  const { state, T, I, gradX, gradY } = workspace
  const most = 31417
  const offset = new Int32Array(most)
  const rx = new Float32Array(most)
  const ry = new Float32Array(most)
  const dst = new Float32Array(most)
  const list = new Int32Array(most)
  const q = new Int32Array(most)
  const weight = new Float32Array(most)
  let size = 0
  let width = 0
  let plane = 0
  let planes = 0
  let left = 0
  let top = 0
  let right = 0
  let bottom = 0

  function begin(hole: Hole, radius: number): void {
    width = hole.width
    plane = width * hole.height
    planes = plane * hole.channels
    left = hole.left
    top = hole.top
    right = hole.right
    bottom = hole.bottom
    size = 0
    for (let dy = -radius; dy <= radius; dy++) {
      for (let dx = -radius; dx <= radius; dx++) {
        const length2 = dx * dx + dy * dy
        if (length2 === 0 || length2 > radius * radius) continue
        offset[size] = dy * width + dx
        rx[size] = -dx
        ry[size] = -dy
        dst[size] =
          hole.channels === 3
            ? 1 / (length2 * sqrt(length2))
            : 1 / fround(length2 * fround(sqrt(length2)))
        size++
      }
    }
    const { near, samples } = hole
    for (let first = 0; first < planes; first += plane) {
      for (let r = 0; r < near.length; r += 2) {
        for (let i = first + near[r], end = first + near[r + 1]; i < end; i++) I[i] = samples[i]
      }
    }
    for (let r = 0; r < near.length; r += 2) {
      for (let i = near[r], end = near[r + 1]; i < end; i++) if (state[i] & KNOWN) refresh(i)
    }
  }

  function refresh(i: number): void {
    if (state[i] & RIM) {
      refreshRim(i)
      return
    }
    for (let s = i; s < planes; s += plane) {
      gradX[s] = difference(state[i - 1], state[i + 1], I[s - 1], I[s], I[s + 1], I[s])
      gradY[s] = difference(
        state[i - width],
        state[i + width],
        I[s - width],
        I[s],
        I[s + width],
        I[s],
      )
    }
  }

  function difference(
    before: number,
    after: number,
    low: number,
    mid: number,
    high: number,
    lowMid: number,
  ): number {
    if (after & UNKNOWN) return before & UNKNOWN ? 0 : lowMid - low
    return before & UNKNOWN ? high - mid : 2 * (high - low)
  }

  function refreshRim(i: number): void {
    const y = Math.floor(i / width)
    const x = i - y * width
    const tall = bottom - top > 1
    const wide = right - left > 1
    const ym = tall && y === top ? y + 1 : y
    const xm = wide && x === left ? x + 1 : x
    const yp = tall && y === bottom - 1 ? y - 1 : y
    const xp = wide && x === right - 1 ? x - 1 : x
    for (let c = 0; c < planes; c += plane) {
      const centre = c + ym * width + xm
      gradX[c + i] = wide
        ? difference(
            state[i - 1],
            state[i + 1],
            I[c + ym * width + xm - 1],
            I[centre],
            I[c + ym * width + xp + 1],
            I[c + ym * width + xp],
          )
        : 0
      gradY[c + i] = tall
        ? difference(
            state[i - width],
            state[i + width],
            I[c + (ym - 1) * width + xm],
            I[centre],
            I[c + (yp + 1) * width + xm],
            I[c + yp * width + xm],
          )
        : 0
    }
  }

  function fill(p: number): void {
    const Tp = T[p]
    const gtx = gradT(Tp, p - 1, p + 1)
    const gty = gradT(Tp, p - width, p + width)
    let n = 0
    for (let k = 0; k < size; k++) {
      list[n] = k
      n += state[p + offset[k]] & KNOWN
    }
    for (let i = 0; i < n; i++) {
      const k = list[i]
      const at = p + offset[k]
      q[i] = at
      const lev = fround(1 / fround(1 + abs(fround(T[at] - Tp))))
      let dir = fround(fround(rx[k] * gtx) + fround(ry[k] * gty))
      if (abs(dir) <= 0.01) dir = fround(1e-6)
      weight[i] = abs(fround(fround(dst[k] * lev) * dir))
    }
    for (let c = 0; c < planes; c += plane) {
      let A = 0
      let Jx = 0
      let Jy = 0
      let s = fround(1e-20)
      for (let i = 0; i < n; i++) {
        const k = list[i]
        const at = c + q[i]
        const w = weight[i]
        A = fround(A + fround(w * I[at]))
        Jx = fround(Jx - fround(w * fround(gradX[at] * rx[k])))
        Jy = fround(Jy - fround(w * fround(gradY[at] * ry[k])))
        s = fround(s + w)
      }
      const J = fround(fround(sqrt(fround(fround(Jx * Jx) + fround(Jy * Jy)))) + fround(1e-20))
      const v = fround(fround(A / s) + fround(fround(Jx + Jy) / J))
      I[c + p] = saturate(v + 0.5)
    }
    state[p] ^= KNOWN | UNKNOWN
    if (state[p] & RIM) {
      for (let y = p - width; y <= p + width; y += width) {
        for (let z = y - 1; z <= y + 1; z++) if (state[z] & KNOWN) refresh(z)
      }
    } else {
      refresh(p)
      if (state[p - 1] & KNOWN) refresh(p - 1)
      if (state[p + 1] & KNOWN) refresh(p + 1)
      if (state[p - width] & KNOWN) refresh(p - width)
      if (state[p + width] & KNOWN) refresh(p + width)
    }
  }

  function gradT(Tp: number, before: number, after: number): number {
    if (state[after] & UNKNOWN) return state[before] & UNKNOWN ? 0 : fround(Tp - T[before])
    return state[before] & UNKNOWN
      ? fround(T[after] - Tp)
      : fround(fround(T[after] - T[before]) * 0.5)
  }

  return { begin, fill }
}

function saturate(v: number): number {
  if (v <= 0) return 0
  if (v >= 255) return 255
  const low = Math.floor(v)
  const rest = v - low
  return rest > 0.5 || (rest === 0.5 && low & 1) ? low + 1 : low
}
