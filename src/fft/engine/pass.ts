/**
 * One pass of Stockham's transform, which needs no sorting before or after: with r s m = n,
 *
 *     y[q + s (r p + k)] = w^(p k) sum over j of x[q + s (p + m j)] exp(-2 pi i j k / r)
 *
 * for all p < m, q < s, k < r, where w = exp(-2 pi i / (r m)). `s` grows from 1 to n / r from pass
 * to pass, each of which reads what the last one wrote.
 *
 * A batch of b interleaved transforms is the same pass with `s` times b.
 *
 * @param from Where x starts in the workspace.
 * @param to Where y starts.
 * @param table Where the r - 1 factors w^p, w^2p, ... start, for p = 0, then p = 1, ...
 */
export type Pass = (from: number, to: number, s: number, m: number, table: number) => void
