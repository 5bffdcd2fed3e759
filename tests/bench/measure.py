"""What run, check and plot share: times from the bench program, instructions from callgrind."""
import concurrent.futures
import json
import os
import re
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
PROGRAM = os.path.join(ROOT, "build/bench/bench")


def bench(*arguments):
    run = subprocess.run([PROGRAM, *arguments], stdout=subprocess.PIPE, check=True, cwd=ROOT, timeout=1200)
    return run.stdout.decode().splitlines()


def times(rounds):
    return [json.loads(line) for line in bench("--rounds", str(rounds))]


def names():
    return [line.split()[0] for line in bench("--list")]


def collected(case, count):
    """Instructions of a whole run."""
    run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", PROGRAM, "--run",
                          case, str(count)], stderr=subprocess.PIPE, check=True, cwd=ROOT, timeout=300)
    return int(re.search(r"Collected : (\d+)", run.stderr.decode())[1])


def instructions(case):
    """Of one run of the case: two counts, subtracted."""
    few, many = 20, 120
    return (collected(case, many) - collected(case, few)) // (many - few)


def net(case, loop):
    return instructions(case) - loop if case != "nothing" else loop


def all_instructions(cases):
    """By case; empty where valgrind is missing."""
    if shutil.which("valgrind") is None:
        return {}
    loop = instructions("nothing")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(cases, pool.map(lambda case: net(case, loop), cases)))
