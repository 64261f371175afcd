"""Reference trajectories of stochastic methods, from the formulas of the papers named below, in NumPy.

    python3 reference.py > trajectories.txt

Written for the tests of this module, independently of its Java code; NumPy 2.4.6 made the file beside it.
The problem: f(x) = mean of (d_i . x - y_i)^2 / 2 over 6 examples of 8 variables, d_ij = sin(1 + i + 2 j) + (i == j),
y_i = cos(i); batches of 2 in the given order; x starts at x_j = 0.1 (j + 1); 12 updates, 4 epochs.
Variables 0 to 5 are a matrix of 2 rows and 3 columns, 6 and 7 a vector.
"""
import numpy as np

M, N, B, STEPS = 6, 8, 2, 12
D = np.array([[np.sin(1 + i + 2 * j) + (i == j) for j in range(N)] for i in range(M)])
Y = np.cos(np.arange(M))
START = 0.1 * (np.arange(N) + 1)
MASK = (1 << 64) - 1
GAMMA = 0x9E3779B97F4A7C15


def mixed(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def signs(seed, update):
    """SplitMix64: -1 where the highest bit is set; the seed's complement is the one used for signs."""
    state = mixed((mixed(~seed & MASK) + GAMMA * update) & MASK)
    out = []
    for _ in range(N):
        state = (state + GAMMA) & MASK
        out.append(-1.0 if mixed(state) >> 63 else 1.0)
    return np.array(out)


def batch(k):
    at = (k % (M // B)) * B
    return np.arange(at, at + B)


def grad(x, b):
    return D[b].T @ (D[b] @ x - Y[b]) / len(b)


def full(x):
    return grad(x, np.arange(M))


def run(update, rate, gradient=lambda x, k: grad(x, batch(k)), steps=STEPS):
    x = START.copy()
    for k in range(steps):
        x = x - rate(k) * update(gradient(x, k), x, k)
    return x


def const(r):
    return lambda k: r


def momentum(mu):
    s = {"v": 0}
    def f(g, x, k):
        s["v"] = mu * s["v"] + g
        return s["v"]
    return f


def nesterov(mu):
    """In the classical variables: y is the point before looking ahead (Sutskever et al. 2013)."""
    rate = 0.05
    y, v = START.copy(), np.zeros(N)
    for k in range(STEPS):
        # x_k is the point looked at; it starts at y with no velocity.
        x = y + mu * v
        v = mu * v - rate * grad(x, batch(k))
        y = y + v
    return y + mu * v


def adagrad(eps):
    s = {"s": np.zeros(N)}
    def f(g, x, k):
        s["s"] = s["s"] + g * g
        return g / (np.sqrt(s["s"]) + eps)
    return f


def rmsprop(rho, eps):
    s = {"s": np.zeros(N)}
    def f(g, x, k):
        s["s"] = rho * s["s"] + (1 - rho) * g**2
        return g / (np.sqrt(s["s"]) + eps)
    return f


def adam(b1=0.9, b2=0.999, eps=1e-8, ams=False, squared=None):
    s = {"m": np.zeros(N), "v": np.zeros(N), "w": np.zeros(N)}
    def f(g, x, k):
        h = g if squared is None else squared(x, k)
        s["m"] = b1 * s["m"] + (1 - b1) * g
        s["v"] = b2 * s["v"] + (1 - b2) * h**2
        s["w"] = np.maximum(s["w"], s["v"]) if ams else s["v"]
        t = k + 1
        return (s["m"] / (1 - b1**t)) / (np.sqrt(s["w"] / (1 - b2**t)) + eps)
    return f


def adamw(decay):
    inner = adam()
    return lambda g, x, k: inner(g, x, k) + decay * x


def l2(decay):
    inner = adam()
    return lambda g, x, k: inner(g + decay * x, x, k)


def rms(a):
    return np.sqrt(np.mean(a**2))


def adafactor():
    """Shazeer, Stern 2018: algorithm 4 for the matrix, 5 for the vector; sections 6, 7.2 and 8."""
    s = {"R": np.zeros(2), "C": np.zeros(3), "V": np.zeros(2)}
    def f(g, x, k):
        t = k + 1
        b2 = 1 - t**-0.8
        G, g1 = g[:6].reshape(2, 3), g[6:]
        s["R"] = b2 * s["R"] + (1 - b2) * (G**2 + 1e-30).sum(axis=1)
        s["C"] = b2 * s["C"] + (1 - b2) * (G**2 + 1e-30).sum(axis=0)
        s["V"] = b2 * s["V"] + (1 - b2) * (g1**2 + 1e-30)
        U = G / np.sqrt(np.outer(s["R"], s["C"]) / s["R"].sum())
        u = g1 / np.sqrt(s["V"])
        U = U / max(1, rms(U))
        u = u / max(1, rms(u))
        return np.concatenate([max(1e-3, rms(x[:6])) * U.ravel(), max(1e-3, rms(x[6:])) * u])
    return f


def power(A, p):
    w, Q = np.linalg.eigh(A)
    return (Q * w**p) @ Q.T


def shampoo(eps, every=1):
    """Gupta, Koren, Singer 2018, algorithm 1 for the matrix, order 1 of algorithm 2 for the vector."""
    s = {"L": eps * np.eye(2), "R": eps * np.eye(3), "H": eps * np.eye(2)}
    def f(g, x, k):
        G, h = g[:6].reshape(2, 3), g[6:]
        s["L"] = s["L"] + G @ G.T
        s["R"] = s["R"] + G.T @ G
        s["H"] = s["H"] + np.outer(h, h)
        if k % every == 0:
            s["roots"] = power(s["L"], -0.25), power(s["R"], -0.25), power(s["H"], -0.5)
        l, r, q = s["roots"]
        return np.concatenate([(l @ G @ r).ravel(), q @ h])
    return f


def adahessian(seed):
    def diagonal(x, k):
        z = signs(seed, k)
        b = batch(k)
        return z * (D[b].T @ (D[b] @ z) / len(b))
    return adam(eps=1e-4, squared=diagonal)


def svrg(rate, epochs):
    x = START.copy()
    for k in range(STEPS):
        if k % (epochs * (M // B)) == 0:
            anchor, mu = x.copy(), full(x)
        b = batch(k)
        x = x - rate * (grad(x, b) - grad(anchor, b) + mu)
    return x


def sam(rho):
    def g(x, k):
        at = grad(x, batch(k))
        return grad(x + rho * at / np.linalg.norm(at), batch(k))
    return g


def clip_value(limit):
    return lambda g, x, k: np.clip(g, -limit, limit)


def clip_norm(limit):
    return lambda g, x, k: g * min(1, limit / np.linalg.norm(g))


def ema(kept, rate):
    x, s = START.copy(), 0
    for k in range(STEPS):
        x = x - rate * grad(x, batch(k))
        s = kept * s + (1 - kept) * x
    return s / (1 - kept**STEPS)


def polyak(after, rate):
    x, points = START.copy(), []
    for k in range(STEPS):
        x = x - rate * grad(x, batch(k))
        points.append(x)
    return np.mean(points[after:], axis=0)


def lookahead(every, part, rate):
    slow = START.copy()
    fast = slow.copy()
    for k in range(STEPS):
        fast = fast - rate * grad(fast, batch(k))
        if (k + 1) % every == 0:
            slow = slow + part * (fast - slow)
            fast = slow.copy()
    return slow


def identity(g, x, k):
    return g


def warm_cosine(k):
    return 0.1 * (k + 1) / 3 if k < 3 else 0.1 * (1 + np.cos(np.pi * min(1, (k - 3) / 9))) / 2


RESULTS = {
    "sgd": run(identity, const(0.05)),
    "momentum": run(momentum(0.9), const(0.05)),
    "nesterov": nesterov(0.9),
    "adagrad": run(adagrad(1e-10), const(0.1)),
    "rmsprop": run(rmsprop(0.9, 1e-8), const(0.01)),
    "adam": run(adam(), const(0.01)),
    "amsgrad": run(adam(b2=0.5, ams=True), const(0.05)),
    "adamw": run(adamw(0.1), const(0.01)),
    "adam with a penalty": run(l2(0.1), const(0.01)),
    "adafactor": run(adafactor(), lambda k: min(0.01, 1 / np.sqrt(k + 1))),
    "shampoo": run(shampoo(1e-4), const(0.1)),
    "shampoo, roots every 3": run(shampoo(1e-4, 3), const(0.1)),
    "adahessian": run(adahessian(5), const(0.15)),
    "svrg": svrg(0.05, 2),
    "sharpness aware": run(momentum(0.9), const(0.05), sam(0.05)),
    "clipped by value": run(clip_value(0.3), const(0.1)),
    "clipped by norm": run(clip_norm(0.5), const(0.1)),
    "accumulated": run(identity, const(0.1), lambda x, k: (grad(x, batch(3 * k)) + grad(x, batch(3 * k + 1)) + grad(x, batch(3 * k + 2))) / 3, 4),
    "exponential average": ema(0.9, 0.05),
    "polyak average": polyak(4, 0.05),
    "lookahead": lookahead(5, 0.5, 0.05),
    "warm-up and cosine": run(identity, warm_cosine),
}

for name, x in RESULTS.items():
    print(name + ":", " ".join(repr(float(v)) for v in x))
