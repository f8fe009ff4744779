// OpenCV's form was found under this name before it had a subpath of its own.
export { ns } from '../ns/index'
