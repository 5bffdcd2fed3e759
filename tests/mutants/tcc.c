/* What tcc lacks of the compilers that the library is written for. */
int
__builtin_ctzll(unsigned long long x)
{
    int n = 0;
    while ((x & 1) == 0) {
        x >>= 1;
        n++;
    }
    return n;
}

int
__builtin_clzll(unsigned long long x)
{
    int n = 0;
    while ((x & 1ull << 63) == 0) {
        x <<= 1;
        n++;
    }
    return n;
}
