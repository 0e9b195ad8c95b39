// Counts the buffers of a device that were created since and are not destroyed.

export function countBuffers(device: GPUDevice): { alive: () => number; stop: () => void } {
  const { createBuffer } = device;
  const create = createBuffer.bind(device);
  let alive = 0;
  device.createBuffer = (descriptor) => {
    const buffer = create(descriptor);
    const destroy = buffer.destroy.bind(buffer);
    alive++;
    buffer.destroy = () => {
      alive--;
      return destroy();
    };
    return buffer;
  };
  return {
    alive: () => alive,
    stop: () => {
      device.createBuffer = createBuffer;
    },
  };
}
