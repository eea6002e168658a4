import { newDeployment, synthesised } from './deployed-centre';
test('life', async () => {
  let t = performance.now();
  const lap = (what: string) => { console.log(what, Math.round(performance.now() - t)); t = performance.now(); };
  const assembly = await synthesised();
  lap('synth');
  for (let i = 0; i < 2; i++) {
  const { cloud, deploy, delete: remove } = await newDeployment(assembly);
  const empty = cloud.state();
  lap('cloud');
  console.log(await deploy('first')); lap('create');
  console.log(cloud.faults.calls.filter(({by}) => by==='function').map((c) => `${c.service}:${c.operation}`).join('\n'));
  const s1 = cloud.state(); cloud.faults.reset();
  console.log(await deploy('changed')); lap('update');
  console.log(cloud.faults.count({by:'function'})); cloud.faults.reset();
  const s2 = cloud.state();
  console.log(await deploy('broken')); lap('broken');
  expect(cloud.state()).toBe(s2); cloud.faults.reset();
  console.log(await remove()); lap('delete');
  console.log(cloud.faults.count({by:'function'}));
  expect(cloud.state()).toBe(empty);
  await cloud.stop(); lap('stop');
  }
}, 120000);
