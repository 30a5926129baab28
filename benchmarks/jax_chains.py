"""The chain in JAX: many chains at once, lax.scan over the steps, jitted, float64.

Usage: jax_chains.py [--check] [--threads one|all]. XLA does not offer a clean count of threads: `one` binds the process to one core,
`all` lets XLA use the machine; `cores_used` in the output says how many it kept busy.

Variants: `vmap` is the natural program, a step of one chain under jax.vmap with matrix-vector products; `fused` (width 2 only) writes
the products as sums with the chains along the last axis, so that XLA fuses the step into loops it can vectorise. The fastest pair of
variant and batch in a short trial is measured and named. Random entries are drawn inside, a block of steps at a time.
"""

import functools
import os
import sys

from common import C_DATA, C_REG, COLUMNS, ETA, LAMBDA, ROWS, START_ETA, START_STEPS, VALUES
from common import compare, fastest, layer_shapes, load_cases, measure, report, use_one_core

ONE_CORE = "all" not in sys.argv
if ONE_CORE:
    use_one_core()  # before XLA makes its threads

import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)
jax.config.update("jax_platforms", "cpu")

# The entries as one-hot rows and columns: products with these are cheaper in XLA than gathers and scatters.
E_ROW = jnp.eye(2)[jnp.array(ROWS)]
E_COLUMN = jnp.eye(2)[jnp.array(COLUMNS)]
A = jnp.array(VALUES)
BLOCK = 100  # steps whose entries are drawn together


def step_one(weights, entry, eta):
    """One step of one chain."""
    v = [E_COLUMN[entry]]
    for w in weights:
        v.append(w @ v[-1])
    u = [E_ROW[entry]]
    for w in reversed(weights):
        u.insert(0, u[0] @ w)
    rate = C_DATA * eta * (v[-1] @ E_ROW[entry] - A[entry])
    decay = 1 - C_REG * eta * LAMBDA
    return [decay * w - rate * jnp.outer(u[l + 1], v[l]) for l, w in enumerate(weights)]


def step_vmap(weights, entries, eta):
    """One step of many chains, chains along the first axis."""
    return jax.vmap(step_one, in_axes=(0, 0, None))(weights, entries, eta)


def step_fused(weights, entries, eta):
    """One step of many chains, chains along the last axis: w[row, column, chain]."""
    e_row, e_column, a = E_ROW.T[:, entries], E_COLUMN.T[:, entries], A[entries]
    v = [e_column]
    for w in weights:
        v.append(sum(w[:, q] * v[-1][q] for q in range(w.shape[1])))
    u = [e_row]
    for w in reversed(weights):
        u.insert(0, sum(w[p] * u[0][p] for p in range(w.shape[0])))
    rate = C_DATA * eta * (sum(v[-1][p] * e_row[p] for p in range(2)) - a)
    decay = 1 - C_REG * eta * LAMBDA
    return [decay * w - rate * u[l + 1][:, None] * v[l][None, :] for l, w in enumerate(weights)]


@functools.partial(jax.jit, static_argnames=("step", "blocks", "chains"), donate_argnames=("weights",))
def advance(weights, key, eta, step, blocks, chains):
    """blocks * BLOCK steps of all chains."""

    def block(carry, _):
        weights, key = carry
        key, draw = jax.random.split(key)
        entries = jax.random.randint(draw, (BLOCK, chains), 0, 3)
        weights, _ = jax.lax.scan(lambda w, e: (step(w, e, eta), None), weights, entries)
        return (weights, key), None

    (weights, key), _ = jax.lax.scan(block, (weights, key), length=blocks)
    return weights, key


def make_run(step, depth, width, chains, blocks):
    """Chains past the start at the small rate; each call of the result goes on by blocks * BLOCK steps."""
    keys = jax.random.split(jax.random.PRNGKey(2305), depth + 1)
    weights = [
        jax.random.normal(k, (*shape, chains) if step is step_fused else (chains, *shape)) / width**0.5
        for k, shape in zip(keys[1:], layer_shapes(depth, width))
    ]
    state = [advance(weights, keys[0], START_ETA, step=step, blocks=START_STEPS // BLOCK, chains=chains)]

    def run():
        state[0] = jax.block_until_ready(advance(*state[0], ETA, step=step, blocks=blocks, chains=chains))
        return blocks * BLOCK * chains

    return run


def check():
    for case in load_cases():
        for name, step in {"vmap": step_vmap, "fused": step_fused}.items():
            axis = -1 if step is step_fused else 0
            weights = [jnp.stack([jnp.array(layer)] * 2, axis=axis) for layer in case["start"]]
            entries = jnp.array(case["entries"])[:, None].repeat(2, axis=1)
            # The second chain sees the entries backwards: the two must not mix.
            entries = entries.at[:, 1].set(entries[::-1, 1])
            weights, _ = jax.jit(lambda w, e: jax.lax.scan(lambda w, e: (step(w, e, case["eta"]), None), w, e))(weights, entries)
            compare(f"jax {name}", case, [jnp.take(w, 0, axis=axis).tolist() for w in weights])


def main():
    if "--check" in sys.argv:
        return check()
    threads = 1 if ONE_CORE else os.cpu_count()
    for depth, width in [(3, 2), (4, 2), (3, 100)]:
        if width == 2:
            shapes = [(s, n) for s in ("fused", "vmap") for n in (64, 1024, 4096)]
        else:
            shapes = [("vmap", 8), ("vmap", 64)]
        steps = {"fused": step_fused, "vmap": step_vmap}
        runs = {f"{s} x{n}": make_run(steps[s], depth, width, n, 1 if width > 2 else max(1, 4096 // n)) for s, n in shapes}
        variant, trials = fastest(runs)
        rates, used = measure(runs[variant])
        report("jax", variant, width, depth, rates, jax.__version__, threads, used, int(variant.split("x")[-1]), trials)


if __name__ == "__main__":
    main()
