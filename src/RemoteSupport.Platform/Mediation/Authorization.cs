using System.Reflection;
using MediatR;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Platform.Mediation;

/// <summary>
/// The one place that decides who may run an operation. It has no type constraint, because a constrained behaviour is skipped where it does
/// not match; an operation that declares nothing is a bug.
/// </summary>
internal sealed class Authorization<TRequest, TResponse>(Caller caller) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly RequirementAttribute[] Requirements = [.. typeof(TRequest).GetCustomAttributes<RequirementAttribute>()];

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (Requirements.Length == 0) throw new InvalidOperationException($"{typeof(TRequest).Name} does not say who may run it.");
        var refusal = Requirements.Select(requirement => requirement.Check(caller)).FirstOrDefault(no => no is not null);
        return refusal is null ? next() : Task.FromResult(Refused<TResponse>.By(refusal));
    }
}
