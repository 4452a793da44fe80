namespace RemoteSupport.Benchmarks;

/// <summary>One thing that is measured against the barest program that does the same.</summary>
internal interface IBenchmark
{
    /// <summary>As an argument of scripts/bench names it.</summary>
    string Name { get; }

    /// <summary>Measures; the answer is a table to print.</summary>
    Task<string> RunAsync(BenchDatabase database);
}
