export default (component) => {
  let leave, left;
  const [data] = component.data ?? [{}];
  const told = { ...component, data };
  if (data.script) import(data.script).then((code) => left || (leave = code.default(told)), console.error);
  return () => { left = true; leave?.(); };
};
