/* A switch that maps constants to their names, one line a constant: NAME(WYRE_SMB2_, CREATE) is
 * case WYRE_SMB2_CREATE and returns "CREATE". */
#ifndef WYRE_LIB_CORE_NAMES_H
#define WYRE_LIB_CORE_NAMES_H
#define NAME(set, constant)                                                                        \
    case set##constant:                                                                            \
        return #constant;
#endif
