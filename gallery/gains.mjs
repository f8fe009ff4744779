import { table } from '../bench/report.mjs'

/** What `'kriging'` was tuned on. */
const tuning = ['astronaut', 'camera', 'grass', 'kodim03', 'kodim08', 'kodim20']

const qualities = ['kriging', 'kriging best']

/** How much kriging gains over the best of the other libraries' methods, picture by picture, in dB. */
export function gainsTables(scores, others) {
  if (scores.length === 0) return []
  const damages = unique(scores.map(({ damage }) => damage))
  const pictures = unique(scores.map(({ picture }) => picture))
  const psnrOf = (wanted, picture, damage) =>
    scores.find((s) => s.method === wanted && s.picture === picture && s.damage === damage)?.psnr
  const gain = (quality, picture, damage) =>
    psnrOf(quality, picture, damage) -
    Math.max(...others.map((name) => psnrOf(name, picture, damage)))
  const selected = (damage, some) =>
    some.filter((picture) => psnrOf(qualities[0], picture, damage) !== undefined)

  const byPicture = qualities.map((quality) =>
    table(
      [`gain of ${quality}`, ...damages],
      pictures.map((picture) => [
        tuning.includes(picture) ? `${picture} (tuned on)` : picture,
        ...damages.map((damage) =>
          selected(damage, [picture]).length === 1 ? signed(gain(quality, picture, damage)) : '',
        ),
      ]),
    ),
  )

  const halves = {
    'all pictures': pictures,
    'those tuned on': pictures.filter((picture) => tuning.includes(picture)),
    'the others': pictures.filter((picture) => !tuning.includes(picture)),
  }
  const summary = table(
    ['mean gain', ...damages, 'mean', 'least'],
    qualities.flatMap((quality) =>
      Object.entries(halves).map(([half, some]) => {
        const gains = damages.map((damage) =>
          selected(damage, some).map((picture) => gain(quality, picture, damage)),
        )
        const all = gains.flat()
        return [
          `${quality}, ${half}`,
          ...[...gains, all].map((values) => signed(mean(values))),
          signed(Math.min(...all)),
        ]
      }),
    ),
  )
  return [summary, ...byPicture]
}

function unique(values) {
  return [...new Set(values)]
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function signed(value) {
  return Number.isFinite(value) ? `${value < 0 ? '' : '+'}${value.toFixed(2)}` : ''
}
