using System.Diagnostics.CodeAnalysis;

namespace RemoteSupport.Platform.Messaging.Templates;

/// <summary>How much one rendering may take, so that a template is never more than data (MT-5).</summary>
/// <param name="Steps">Parts of the template carried out; a long value counts for more than one.</param>
/// <param name="Depth">How deep "if" and "for" may stand in each other.</param>
/// <param name="OutputLength">Characters written.</param>
public sealed record TemplateBudget(int Steps, int Depth, int OutputLength)
{
    /// <summary>Far above what a message needs, and done within a fraction of a second.</summary>
    public static TemplateBudget Default { get; } = new(Steps: 100_000, Depth: 32, OutputLength: 500_000);
}

/// <summary>A rendering went over its budget and was given up.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Named after the situation, like every refusal here.")]
public sealed class TemplateBudgetExceeded : Exception
{
    internal TemplateBudgetExceeded(TemplateFault fault) : base(fault.Message) => Fault = fault;

    /// <summary>What was exceeded, and where in the template.</summary>
    public TemplateFault Fault { get; }
}
