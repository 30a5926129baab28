"""Makes check.json: a tiny reference of the chain in plain Python, all loops written out, against which every baseline is checked."""

import json
from pathlib import Path

from common import C_DATA, C_REG, COLUMNS, LAMBDA, ROWS, VALUES, layer_shapes

ENTRIES = [0, 1, 2, 2, 0, 1, 1, 0, 2, 0, 0, 2, 1, 2, 2, 1, 0, 1, 2, 0]


def start(depth, width):
    """Small weights from a formula: multiples of 1/64, exact in any program."""
    return [
        [[((7 * layer + 13 * row + 29 * column + 5) % 41 - 20) / 64 for column in range(columns)] for row in range(rows)]
        for layer, (rows, columns) in enumerate(layer_shapes(depth, width))
    ]


def step(weights, entry, eta):
    """One SGD step, from the old weights of all layers."""
    i, j, value = ROWS[entry], COLUMNS[entry], VALUES[entry]
    # v[l] = W_l ... W_1 e_j and u[l] = (W_L ... W_{l+1})^T e_i.
    v = [[float(column == j) for column in range(2)]]
    for w in weights:
        v.append([sum(w_rc * v_c for w_rc, v_c in zip(row, v[-1])) for row in w])
    u = [[float(row == i) for row in range(2)]]
    for w in reversed(weights):
        u.insert(0, [sum(w[r][c] * u[0][r] for r in range(len(w))) for c in range(len(w[0]))])
    residual = v[-1][i] - value
    decay, rate = 1 - C_REG * eta * LAMBDA, C_DATA * eta * residual
    return [
        [[decay * w[r][c] - rate * u[l + 1][r] * v[l][c] for c in range(len(w[0]))] for r in range(len(w))]
        for l, w in enumerate(weights)
    ]


def main():
    cases = []
    for depth, width in [(3, 2), (3, 5), (4, 2), (4, 3)]:
        weights = start(depth, width)
        for entry in ENTRIES:
            weights = step(weights, entry, 0.2)
        cases.append(
            {"depth": depth, "hidden_width": width, "eta": 0.2, "lambda": LAMBDA, "c_data": C_DATA, "c_reg": C_REG,
             "entries": ENTRIES, "start": start(depth, width), "final": weights}
        )
    entries = [{"row": r, "column": c, "value": a} for r, c, a in zip(ROWS, COLUMNS, VALUES)]
    text = json.dumps({"observed": entries, "cases": cases}, indent=1)
    Path(__file__).with_name("check.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
