/* Checks the English stemmer against a vocabulary with its stems.
 *
 * usage: stem_check VOCABULARY STEMS
 * Each is a file with a word on each line. Prints differences and "N passed, N failed"; exit 1 if a
 * stem differs or the files differ in length. */
#include <stdio.h>
#include <string.h>

#include "model/en.h"
#include "stem.h"

int main(int argc, char **argv)
{
    char word[128], want[128], got[128];
    unsigned long passed = 0, failed = 0;
    FILE *words, *stems;

    if (argc != 3 || (words = fopen(argv[1], "r")) == NULL || (stems = fopen(argv[2], "r")) == NULL) {
        fprintf(stderr, "usage: stem_check VOCABULARY STEMS\n");
        return 1;
    }
    while (fgets(word, sizeof word, words) != NULL) {
        size_t n = strcspn(word, "\r\n");
        uint8_t stem;

        if (fgets(want, sizeof want, stems) == NULL)
            break;
        want[strcspn(want, "\r\n")] = '\0';
        memcpy(got, word, n);
        stem = pi_stem(pi_en_stem, (uint8_t *)got, (uint8_t)n);
        got[stem ? stem : n] = '\0';
        if (strcmp(got, want) == 0) {
            passed++;
        } else {
            failed++;
            word[strcspn(word, "\r\n")] = '\0';
            printf("%s: got %s, want %s\n", word, got, want);
        }
    }
    if (!feof(words) || fgets(want, sizeof want, stems) != NULL) {
        printf("the files differ in length\n");
        failed++;
    }
    printf("stem_check: %lu passed, %lu failed\n", passed, failed);
    return failed != 0;
}
