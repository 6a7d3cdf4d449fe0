export default (component) => {
  let leave, left;
  const [data] = component.data ?? [{}];
  const drawn = (code) => {
    if (left) return;
    code.dress?.(component.parentElement);
    leave = code.default({ ...component, data });
  };
  if (data.script) import(data.script).then(drawn).catch(console.error);
  return () => { left = true; leave?.(); };
};
