//! What is answered, without a socket.
