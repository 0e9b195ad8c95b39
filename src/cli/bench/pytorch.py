"""PyTorch as a peer: trains on the CPU by autograd. Started by engines.ts, which takes the time.

Its argument is a number of threads, or 0 for PyTorch's own choice. What it reads and writes is said in conversation.ts.
"""

import json
import signal
import sys

import torch

# An interrupted benchmark ends this process by ending its input.
signal.signal(signal.SIGINT, signal.SIG_IGN)
if int(sys.argv[1]) > 0:
    torch.set_num_threads(int(sys.argv[1]))
print(torch.get_num_threads(), flush=True)


def prepare(problem):
    n, d, m = problem["shape"]
    x = torch.tensor(problem["inputs"]).reshape(n, d)
    y = torch.tensor(problem["targets"]).reshape(n, 1)
    w = torch.tensor(problem["inputWeights"]).reshape(d, m).requires_grad_()
    a = torch.tensor(problem["outputWeights"]).reshape(m, 1).requires_grad_()
    output_factor, time_step = problem["outputFactor"], problem["timeStep"]

    def advance(steps):
        for _ in range(steps):
            residuals = torch.relu(x @ w) @ a * output_factor - y
            risk = residuals.square().mean() / 2
            by_w, by_a = torch.autograd.grad(risk, (w, a))
            with torch.no_grad():
                w.sub_(by_w, alpha=time_step)
                a.sub_(by_a, alpha=time_step)
        return risk.item()

    return advance


advance = None
for line in sys.stdin:
    message = json.loads(line)
    if "steps" in message:
        print(advance(message["steps"]), flush=True)
    else:
        advance = prepare(message)
        print(0, flush=True)
