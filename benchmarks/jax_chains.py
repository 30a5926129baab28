"""The chain in JAX: many chains at once, lax.scan over the steps, jitted, float64.

Usage: jax_chains.py [--check] [--threads one|all]. XLA does not offer a clean count of threads: `one` binds the process to one core,
`all` lets XLA use the machine; `cores_used` in the output says how many it kept busy.

A step of one chain is written with matrix-vector products and put under jax.vmap. (Tried and no faster on CPU: the chains along the
last axis with the products written as sums; unrolling the scan.) Of several batches the fastest in a short trial is measured and named.
Random entries are drawn inside, a block of steps at a time, from 32-bit uniforms: jax.random.randint costs a quarter of the speed.
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


def step(weights, entries, eta):
    """One step of many chains, which lie along the first axis."""
    return jax.vmap(step_one, in_axes=(0, 0, None))(weights, entries, eta)


@functools.partial(jax.jit, static_argnames=("blocks", "chains"), donate_argnames=("weights",))
def advance(weights, key, eta, blocks, chains):
    """blocks * BLOCK steps of all chains."""

    def block(carry, _):
        weights, key = carry
        key, draw = jax.random.split(key)
        entries = (3 * jax.random.uniform(draw, (BLOCK, chains), dtype=jnp.float32)).astype(jnp.int32)
        weights, _ = jax.lax.scan(lambda w, e: (step(w, e, eta), None), weights, entries)
        return (weights, key), None

    (weights, key), _ = jax.lax.scan(block, (weights, key), length=blocks)
    return weights, key


def make_run(depth, width, chains, blocks):
    """Chains past the start at the small rate; each call of the result goes on by blocks * BLOCK steps."""
    keys = jax.random.split(jax.random.PRNGKey(2305), depth + 1)
    weights = [
        jax.random.normal(k, (chains, *shape)) / width**0.5
        for k, shape in zip(keys[1:], layer_shapes(depth, width))
    ]
    state = [advance(weights, keys[0], START_ETA, blocks=START_STEPS // BLOCK, chains=chains)]

    def run():
        state[0] = jax.block_until_ready(advance(*state[0], ETA, blocks=blocks, chains=chains))
        return blocks * BLOCK * chains

    return run


def check():
    for case in load_cases():
        weights = [jnp.stack([jnp.array(layer)] * 2) for layer in case["start"]]
        # The second chain sees the entries backwards: the two must not mix.
        entries = jnp.array([case["entries"], case["entries"][::-1]]).T
        weights, _ = jax.jit(lambda w, e: jax.lax.scan(lambda w, e: (step(w, e, case["eta"]), None), w, e))(weights, entries)
        compare("jax", case, [w[0].tolist() for w in weights])


def main():
    if "--check" in sys.argv:
        return check()
    threads = 1 if ONE_CORE else os.cpu_count()
    for depth, width in [(3, 2), (4, 2), (3, 100), (4, 100)]:
        batches = (256, 1024, 4096) if width == 2 else (8, 64)
        runs = {f"vmap x{n}": make_run(depth, width, n, max(1, 4096 // n) if width == 2 else 1) for n in batches}
        variant, trials = fastest(runs)
        rates, used = measure(runs[variant])
        report("jax", variant, width, depth, rates, jax.__version__, threads, used, int(variant.split("x")[-1]), trials)


if __name__ == "__main__":
    main()
