import { box } from './box'
import { disk } from './disk'
import { from } from './from'
import { gaussian } from './gaussian'
import { motion } from './motion'

/** The toolbox of point spread functions. All are normalised to sum 1, and say where their origin is. */
export const psf = { gaussian, motion, disk, box, from } as const
