echo "::error title=No tests::No file states a command that tests the service (ci.test_commands)."
exit 1
