export default (component) => {
  let leave, left;
  const { script } = component.data ?? {};
  if (script) import(script).then((code) => left || (leave = code.default(component)), console.error);
  return () => { left = true; leave?.(); };
};
