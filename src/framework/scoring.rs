//! Every number that is a convention rather than evidence (framework §5 to §7).
