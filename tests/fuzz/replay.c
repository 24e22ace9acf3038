/* Calls a fuzz target with files: replay FILE... Where no fuzzer is at hand it makes inputs, too: replay -r ROUNDS SEED
 * [FILE...] changes and joins the files at random. A broken invariant ends it with a message; input and round stand before. */
#include "fuzz.h"

enum { MOST = 1 << 16, FILES = 512 };

static uint8_t file[FILES][4096];
static size_t length[FILES];

static size_t load(const char *name, uint8_t *to, size_t room)
{
    FILE *f = fopen(name, "rb");
    size_t n;

    if (f == NULL) {
        perror(name);
        exit(1);
    }
    n = fread(to, 1, room, f);
    fclose(f);
    return n;
}

int main(int argc, char **argv)
{
    static uint8_t data[MOST];
    unsigned long rounds = 0, round;
    uint32_t seed = 1;
    unsigned files = 0, passed = 0;
    int i = 1;

    if (argc > 3 && strcmp(argv[1], "-r") == 0) {
        rounds = strtoul(argv[2], NULL, 10);
        seed = (uint32_t)strtoul(argv[3], NULL, 10) | 1;
        i = 4;
    }
    for (; i < argc && files < FILES; i++, files++) {
        length[files] = load(argv[i], file[files], sizeof file[0]);
        fprintf(stderr, "%s\r", argv[i]);
        LLVMFuzzerTestOneInput(file[files], length[files]);
        passed++;
    }
    for (round = 0; round < rounds; round++) {
        size_t n = 0, k, changes;
        uint32_t was = seed;

        for (k = 1 + fuzz_next(&seed) % 3; k > 0 && files > 0; k--) {
            unsigned which = fuzz_next(&seed) % files;
            size_t from = n ? fuzz_next(&seed) % (length[which] + 1) : 0;

            memcpy(data + n, file[which] + from, length[which] - from);
            n += length[which] - from;
        }
        if (files == 0)
            n = fuzz_next(&seed) % 500;
        for (changes = fuzz_next(&seed) % 8; changes > 0 && n > 0; changes--)
            data[fuzz_next(&seed) % n] = (uint8_t)(fuzz_next(&seed) >> 7);
        fprintf(stderr, "round of seed %lu: replay -r 1 %lu ...\r", (unsigned long)was, (unsigned long)was);
        LLVMFuzzerTestOneInput(data, n);
        passed++;
    }
    fprintf(stderr, "\n");
    printf("%s: %u passed, 0 failed\n", strrchr(argv[0], '/') ? strrchr(argv[0], '/') + 1 : argv[0], passed);
    return 0;
}
