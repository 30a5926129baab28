"""The chain as a plain PyTorch script: one chain, autograd, torch.optim.SGD with weight decay, float64, one thread."""

import sys

import torch

from common import COLUMNS, ETA, LAMBDA, ROWS, START_ETA, START_STEPS, VALUES
from common import compare, layer_shapes, load_cases, measure, report

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


class Chain:
    """A deep linear network and its optimiser. The squared error without the 1/2 and weight_decay = lambda are the convention."""

    def __init__(self, weights, eta):
        self.weights = [torch.nn.Parameter(w) for w in weights]
        self.optimizer = torch.optim.SGD(self.weights, lr=eta, weight_decay=LAMBDA)

    def step(self, entry):
        product = self.weights[0]
        for w in self.weights[1:]:
            product = w @ product
        loss = (product[ROWS[entry], COLUMNS[entry]] - VALUES[entry]) ** 2
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()

    def run(self, steps):
        for entry in torch.randint(3, (steps,)).tolist():
            self.step(entry)
        return steps


def check():
    for case in load_cases():
        chain = Chain([torch.tensor(layer) for layer in case["start"]], case["eta"])
        for entry in case["entries"]:
            chain.step(entry)
        compare("torch", case, [w.tolist() for w in chain.weights])


def main():
    if "--check" in sys.argv:
        return check()
    torch.manual_seed(2305)
    for depth, width in [(3, 2), (4, 2), (3, 100), (4, 100)]:
        chain = Chain([torch.randn(shape) / width**0.5 for shape in layer_shapes(depth, width)], START_ETA)
        chain.run(START_STEPS)
        chain.optimizer.param_groups[0]["lr"] = ETA
        rates, used = measure(lambda: chain.run(100))
        report("torch", "autograd", width, depth, rates, torch.__version__, 1, used, 1)


if __name__ == "__main__":
    main()
