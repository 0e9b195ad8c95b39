/**
 * Puts dispatches into submissions of bounded length and keeps the queue short, so that no submission troubles a watchdog and
 * a run can be stopped between two. It knows nothing of what is computed.
 */
import { affordableWork, timeSubmitted } from "./pace.ts";

/**
 * Submissions that the queue holds at most: few enough for a run to stop in good time, and several, since a browser may tell of
 * the end of one only every 100 ms.
 */
const QUEUED = 4;

export interface Dispatch {
  readonly pipeline: GPUComputePipeline;
  readonly group: GPUBindGroup;
  readonly count: number;
  /** Multiply-adds. */
  readonly work: number;
  /** Destroyed once it is submitted. */
  readonly uniform: GPUBuffer;
}

export interface Submissions {
  /**
   * How many of some workgroups go into the submission that is open, or else into the next, which may have to wait for others.
   * @param each multiply-adds of a workgroup
   * @throws the signal's reason, with what is open still to be submitted
   */
  readonly room: (groups: number, each: number, signal: AbortSignal) => Promise<number>;
  readonly dispatch: (dispatch: Dispatch) => void;
  readonly copy: (from: GPUBuffer, to: GPUBuffer, toByte: number, bytes: number) => void;
  /** Submits what is open. */
  readonly submit: () => void;
}

/** `kind` is what a pace is known for, as in pace.ts. */
export function submissions(device: GPUDevice, kind: string): Submissions {
  let encoder: GPUCommandEncoder | null = null;
  let work = 0;
  let uniforms: GPUBuffer[] = [];
  const queued: Promise<unknown>[] = [];
  const encoding = () => {
    encoder ??= device.createCommandEncoder({ label: kind });
    return encoder;
  };
  const submit = () => {
    if (!encoder) return;
    device.queue.submit([encoder.finish()]);
    timeSubmitted(device, kind, work);
    // That a device is lost is reported elsewhere.
    queued.push(device.queue.onSubmittedWorkDone().catch(() => {}));
    for (const uniform of uniforms) uniform.destroy();
    encoder = null;
    work = 0;
    uniforms = [];
  };
  return {
    room: async (groups, each, signal) => {
      const fitting = () => Math.floor((affordableWork(device, kind) - work) / each);
      if (work > 0 && fitting() < 1) {
        submit();
        while (queued.length >= QUEUED) await queued.shift();
      }
      signal.throwIfAborted();
      return Math.min(groups, Math.max(1, fitting()), device.limits.maxComputeWorkgroupsPerDimension);
    },
    dispatch: (dispatch) => {
      const pass = encoding().beginComputePass({ label: kind });
      pass.setPipeline(dispatch.pipeline);
      pass.setBindGroup(0, dispatch.group);
      pass.dispatchWorkgroups(dispatch.count);
      pass.end();
      work += dispatch.work;
      uniforms.push(dispatch.uniform);
    },
    copy: (from, to, toByte, bytes) => encoding().copyBufferToBuffer(from, 0, to, toByte, bytes),
    submit,
  };
}
