/* Runs a harness over files, for compilers without libFuzzer: ./fuzz_x FILE... */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *in, size_t len);

int
main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        FILE *file = fopen(argv[i], "rb");
        if (file == NULL) {
            perror(argv[i]);
            return 1;
        }
        size_t cap = 1 << 20;
        uint8_t *in = malloc(cap);
        size_t len = in == NULL ? 0 : fread(in, 1, cap, file);
        fclose(file);
        LLVMFuzzerTestOneInput(in, len);
        free(in);
    }
    printf("%d inputs\n", argc - 1);
    return 0;
}
