"""Bytes of code: of each folder of lib/, and of the least programs that need one function of it."""
import glob
import os
import re
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "..", ".."))
TARGETS = {"x86-64": ["gcc", "-O2"],
           "cortex-m4": ["arm-none-eabi-gcc", "-mcpu=cortex-m4", "-mthumb", "-Os", "-ffreestanding"]}


def text_of(path, size):
    """The sum of its .text sections, constant data that only code refers to included."""
    run = subprocess.run([size, "-A", path], stdout=subprocess.PIPE, check=True)
    return sum(int(n) for _, n in re.findall(r"^(\.(?:text|rodata)\S*)\s+(\d+)", run.stdout.decode(), re.M))


def sizes_for(target):
    compiler, *options = TARGETS[target]
    if shutil.which(compiler) is None:
        return None
    size = compiler.replace("gcc", "size") if "-" in compiler else "size"
    folder = os.path.join(ROOT, "build/sizes", target)
    os.makedirs(folder, exist_ok=True)
    flags = [*options, "-std=c11", "-DWYRE_BUILD", "-fvisibility=hidden", "-ffunction-sections", "-fdata-sections",
             "-fno-asynchronous-unwind-tables", "-I" + os.path.join(ROOT, "include")]
    objects, found = [], {}
    for source in sorted(glob.glob(os.path.join(ROOT, "lib/*/*.c"))):
        room = source.split(os.sep)[-2]
        out = os.path.join(folder, f"{room}-{os.path.basename(source)}.o")
        if not os.path.exists(out) or os.path.getmtime(out) < newest():
            subprocess.run([compiler, *flags, "-c", source, "-o", out], check=True)
        objects.append(out)
        found["lib/" + room] = found.get("lib/" + room, 0) + text_of(out, size)
    for source in sorted(glob.glob(os.path.join(HERE, "minimal/*.c"))):
        name = os.path.basename(source)[:-2]
        program = os.path.join(folder, name)
        subprocess.run([compiler, *flags, source, *objects, "-nostartfiles", "-nostdlib", "-Wl,--gc-sections",
                        "-Wl,-e,main", "-Wl,--unresolved-symbols=ignore-all", "-static", "-o", program],
                       check=True, stderr=subprocess.DEVNULL)
        found[name] = text_of(program, size)
    return found


def newest():
    return max(os.path.getmtime(path) for path in glob.glob(os.path.join(ROOT, "lib/*/*.[ch]"))
               + glob.glob(os.path.join(ROOT, "include/wyre/*.h")))
