"""Notes to samples: compiled kernels, wavetables, instruments, drums. Everything runs at 44.1 kHz in float32."""
