throw new TypeError('this worker throws at once')
