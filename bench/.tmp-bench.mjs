const root='/tmp/rooms/coherence/'
const { inpaint } = await import(root+'dist/index.js')
const { loadOpenCv } = await import(root+'bench/opencv.mjs')
const { masks } = await import(root+'bench/masks.mjs')
const { photograph } = await import(root+'bench/pictures.mjs')
const { median, time } = await import(root+'bench/measure.mjs')
const cv = await loadOpenCv()
const only = process.argv[2] ?? ''
for (const ch of [3,1]) for (const name of Object.keys(masks)) {
  const label=name+ch; if(!label.includes(only)) continue
  const pic = await photograph(512,ch), mask = masks[name](512)
  const t = cv.prepare(pic,mask), a=[],b=[]
  const first = time(()=>inpaint(pic,mask,{method:'coherence'}))
  t.time('telea',5)
  for(let i=0;i<7;i++){ a.push(time(()=>inpaint(pic,mask,{method:'coherence'}))); b.push(t.time('telea',5)) }
  const [x,y]=[median(a),median(b)]
  console.log(label.padEnd(12),'coherence',x.toFixed(0),'first',first.toFixed(0),'cv telea',y.toFixed(0),'factor',(x/y).toFixed(2))
  t.delete()
}
