from training.domains import main

main()
