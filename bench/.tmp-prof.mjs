const root='/tmp/rooms/coherence/'
const { inpaint } = await import(root+'dist/index.js')
const { masks } = await import(root+'bench/masks.mjs')
const { photograph } = await import(root+'bench/pictures.mjs')
const pic = await photograph(512,3), mask = masks[process.argv[2]??'text'](512)
const ts=[];for(let i=0;i<12;i++){const s=process.cpuUsage().user;inpaint(pic,mask,{method:"coherence"});ts.push(((process.cpuUsage().user-s)/1000).toFixed(0))}
console.log(ts.join(' '))
