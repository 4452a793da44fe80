using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Platform.Mediation;

/// <summary>
/// What an operation asks of its caller. Every operation carries at least one; all must hold. The product derives its own, such as a
/// permission of its matrix.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class RequirementAttribute : Attribute
{
    /// <summary>Null when the caller may; else why not.</summary>
    public abstract Refusal? Check(Caller caller);
}

/// <summary>Everybody may, signed in or not.</summary>
public sealed class OpenToAllAttribute : RequirementAttribute
{
    /// <inheritdoc />
    public override Refusal? Check(Caller caller) => null;
}

/// <summary>Whoever is signed in may.</summary>
public sealed class SignedInAttribute : RequirementAttribute
{
    /// <inheritdoc />
    public override Refusal? Check(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Session is null ? new Unauthenticated() : null;
    }
}

/// <summary>Only the operator's command line and the product's own jobs may; nothing that comes over HTTP.</summary>
public sealed class OperatorOnlyAttribute : RequirementAttribute
{
    /// <inheritdoc />
    public override Refusal? Check(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.IsOperator ? null : new Forbidden();
    }
}
