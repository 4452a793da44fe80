using System.Diagnostics.CodeAnalysis;

namespace RemoteSupport.Platform.Mediation;

/// <summary>What an operation answers: a value, or a <see cref="Mediation.Refusal"/>.</summary>
public sealed class Outcome<T> : IOutcome
{
    private Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>Set unless refused.</summary>
    public T? Value { get; }

    /// <summary>Null when the operation was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True with the value, false with the refusal.</summary>
    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        (value, refusal) = (Value, Refusal);
        return refusal is null;
    }

    /// <summary>An operation's value is its outcome.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>So is its refusal.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>An outcome whose value does not matter.</summary>
public interface IOutcome
{
    /// <summary>Null when the operation was done.</summary>
    Refusal? Refusal { get; }
}

/// <summary>The value of an operation that has nothing to say but "done".</summary>
public sealed record Done
{
    /// <summary>The only one.</summary>
    public static Done Value { get; } = new();

    private Done() { }
}

/// <summary>Makes a refused outcome of a type known only when running.</summary>
internal static class Refused<TResponse>
{
    private static readonly Func<Refusal, object> Make = Maker();

    public static TResponse By(Refusal refusal) => (TResponse)Make(refusal);

    private static Func<Refusal, object> Maker()
    {
        var type = typeof(TResponse);
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Outcome<>))
            throw new InvalidOperationException($"An operation answers an Outcome, not {type.Name}.");
        var convert = type.GetMethod("op_Implicit", [typeof(Refusal)])!;
        return convert.CreateDelegate<Func<Refusal, object>>();
    }
}

/// <summary>Makes outcomes where the language cannot convert by itself: from interfaces.</summary>
public static class Outcome
{
    /// <summary>A value's outcome.</summary>
    public static Outcome<T> Of<T>(T value) => value;
}
