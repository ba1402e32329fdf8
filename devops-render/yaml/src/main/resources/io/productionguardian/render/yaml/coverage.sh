coverage report --fail-under="$LEAST_COVERAGE"
