#!/usr/bin/env python3
"""Kills runs and fills disks at random moments, and checks that every folder comes to the same bytes.

    verification/soak.py RANKFALL FOLDER [KILLS [FULL_DISKS [SEED]]]

Runs verification/soak.yaml once without a disturbance. Then, in folder after folder, starts the same run, kills it with -9 after a random time and
starts it again, until it ends by itself: then every file but the provenance and the database must be that of the undisturbed run, and no hidden
file may be left. KILLS (default 1000) are counted over all folders. Then FULL_DISKS times (default 50) the run gets a disk that is too small (a
tmpfs when this user may mount one, or a limit for the size of a file): it must end with status 1 and a sentence that names a file and says that
chains are kept, and come to the same bytes when there is room. Prints a table in Markdown; the status is 1 where anything was wrong.

States are stored five times a second here (RANKFALL_CHECKPOINT_SECONDS), so that most kills find some.
"""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time

STUDY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "soak.yaml")
ENVIRONMENT = {**os.environ, "RANKFALL_CHECKPOINT_SECONDS": "0.2"}


def command(program, output, threads):
    return [program, "run", STUDY, "--quiet", "--output", output, "--threads", str(threads)]


def comparable(folder):
    """Names and contents of what must be the same."""
    files = {}
    for name in os.listdir(folder):
        if name != "provenance.json" and not name.startswith("ensemble.sqlite"):
            path = os.path.join(folder, name)
            files[name] = None if os.path.isdir(path) else open(path, "rb").read()
    return files


def difference(found, expected):
    names = sorted(set(found) ^ set(expected)) or sorted(n for n in expected if found[n] != expected[n])
    return ", ".join(names)


def straight(program, folder):
    path = os.path.join(folder, "straight")
    start = time.monotonic()
    subprocess.run(command(program, path, 2), check=True, env=ENVIRONMENT)
    return comparable(path), time.monotonic() - start


def soak(program, folder, kills, expected, seconds, draw):
    """Kills runs; returns how many kills, folders, refused starts and differences there were."""
    done = folders = starts = 0
    wrong = []
    while done < kills:
        path = os.path.join(folder, "killed")
        while True:
            run = subprocess.Popen(
                command(program, path, draw.choice([1, 2, 3])), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=ENVIRONMENT)
            # Short lives are the more likely: a run that goes on comes to its end, and to the writing of files, sooner.
            try:
                words, _ = run.communicate(timeout=draw.uniform(0, draw.choice([0.1, 0.5, 1.0]) * seconds))
            except subprocess.TimeoutExpired:
                run.send_signal(signal.SIGKILL)
                words, _ = run.communicate()
            starts += 1
            if run.returncode == 0:
                break
            if run.returncode == -signal.SIGKILL:
                done += 1
            else:
                wrong.append(f"status {run.returncode}: {words.decode(errors='replace').strip()}")
                break
        folders += 1
        found = comparable(path)
        if found != expected:
            wrong.append(f"folder {folders} differs: {difference(found, expected)}")
        shutil.rmtree(path)
    return done, folders, starts, wrong


def fill(program, folder, times, expected, draw):
    """Fills disks; returns how often a run was stopped by it, and what was wrong."""
    stopped = 0
    wrong = []
    mount = os.path.join(folder, "disk")
    os.makedirs(mount)
    is_mounted = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", mount], stderr=subprocess.DEVNULL).returncode == 0
    needed = sum(len(content) for content in expected.values())
    try:
        for _ in range(times):
            path = os.path.join(mount, "full")
            room = draw.randrange(64 << 10, int(2.5 * needed))

            def limit():
                if not is_mounted:
                    resource.setrlimit(resource.RLIMIT_FSIZE, (room // 4, resource.RLIM_INFINITY))

            if is_mounted:
                subprocess.run(["mount", "-o", f"remount,size={room}", mount], check=True)
            run = subprocess.run(
                command(program, path, 2), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=limit, env=ENVIRONMENT)
            words = run.stdout.decode(errors="replace").strip()
            if run.returncode != 0:
                stopped += 1
                if run.returncode != 1 or path not in words or len(words.splitlines()) != 1:
                    wrong.append(f"room {room}: status {run.returncode}: {words}")
                # The sentence about what is kept is owed as soon as there is a store.
                if os.path.exists(path + "/ensemble.sqlite") and os.path.getsize(path + "/ensemble.sqlite") and "kept" not in words:
                    wrong.append(f"room {room}: nothing is said of the chains: {words}")
            if is_mounted:
                subprocess.run(["mount", "-o", "remount,size=64m", mount], check=True)
            again = subprocess.run(command(program, path, 2), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=ENVIRONMENT)
            if again.returncode != 0:
                wrong.append(f"room {room}, again: status {again.returncode}: {again.stdout.decode(errors='replace').strip()}")
            elif comparable(path) != expected:
                wrong.append(f"room {room}: the folder differs: {difference(comparable(path), expected)}")
            shutil.rmtree(path)
    finally:
        if is_mounted:
            subprocess.run(["umount", mount], check=False)
    return stopped, "a full tmpfs" if is_mounted else "a limit for the size of files", wrong


def main():
    if not 3 <= len(sys.argv) <= 6:
        sys.exit(__doc__)
    program, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    kills, full, seed = [int(x) for x in sys.argv[3:]] + [1000, 50, 1][len(sys.argv) - 3:]
    os.makedirs(folder)
    draw = random.Random(seed)
    expected, seconds = straight(program, folder)
    start = time.monotonic()
    done, folders, starts, wrong = soak(program, folder, kills, expected, seconds, draw)
    middle = time.monotonic()
    stopped, kind, wrong_disks = fill(program, folder, full, expected, draw)
    print("| what | times | starts | folders compared | wrong | seconds |\n|---|---|---|---|---|---|")
    print(f"| kill -9 at a random moment | {done} | {starts} | {folders} | {len(wrong)} | {middle - start:.0f} |")
    print(f"| {kind} | {stopped} of {full} | {2 * full} | {full} | {len(wrong_disks)} | {time.monotonic() - middle:.0f} |")
    for sentence in wrong + wrong_disks:
        print(sentence, file=sys.stderr)
    shutil.rmtree(folder)
    sys.exit(1 if wrong or wrong_disks else 0)


if __name__ == "__main__":
    main()
